-- Reads every row, with the lock SHARE UPDATE EXCLUSIVE: other sessions read and write meanwhile. It stands in
-- a migration of its own, as the strict lock of V6 would last until the end of its transaction.
ALTER TABLE "${flyway:defaultSchema}".todos VALIDATE CONSTRAINT todos_@{column}_not_null;
