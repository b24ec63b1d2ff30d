"""How a profile is kept: encrypted, locked, migrated, journalled and backed up."""
