"""Charts: where their marks lie and in which colours; formats only draw them."""
