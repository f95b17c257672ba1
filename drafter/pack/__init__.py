"""The pack as types: what one kind of report must look like, as data in a folder of YAML and templates."""
