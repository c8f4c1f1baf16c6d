"""Questions of every kind and form, and answers to them, right, odd and wrong: the dice decide, from a fixed seed."""
