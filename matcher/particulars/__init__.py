"""What is known of a party beside its names and numbers: birth, nationality, gender, places."""
