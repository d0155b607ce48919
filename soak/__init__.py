"""Long trials that `make test` leaves out: crashes under load."""
