-- Nothing to take back.
SELECT 1;
