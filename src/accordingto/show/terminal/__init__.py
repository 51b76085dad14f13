"""What a terminal shows: rich renderables, plain where the output is no terminal."""
