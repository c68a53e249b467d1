-- The index does no harm.
SELECT 1;
