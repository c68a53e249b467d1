-- Titles that were changed stay as they are.
SELECT 1;
