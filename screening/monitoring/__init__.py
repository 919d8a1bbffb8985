"""The register of counterparties, screened again when lists change."""
