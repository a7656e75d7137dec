// Areas
