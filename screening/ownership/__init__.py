"""Who owns and controls counterparties: editions of ownership data, and answers from them."""
