"""Why a thing is as it is: the chain of spans and rules that made it."""
