"""What is known of words and scripts whatever the lists say."""
