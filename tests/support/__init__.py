"""What tests of several folders share: servers that fail, desks, databases, files of OFAC."""
