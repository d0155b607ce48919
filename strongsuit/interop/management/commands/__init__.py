"""Operations on rosters."""
