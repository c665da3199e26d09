"""What a folder says about the scanning of its files: found, read, laid over one another, each value with its origin."""

from listingguard.config.effective import DEFAULTS, Effective, Value, effective
from listingguard.config.find import NAME, Finder
from listingguard.config.read import ConfigFile, Origin, read_config

__all__ = ["DEFAULTS", "NAME", "ConfigFile", "Effective", "Finder", "Origin", "Value", "effective", "read_config"]
