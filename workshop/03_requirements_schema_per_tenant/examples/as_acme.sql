-- What the API says at the beginning of each request of acme's people.
BEGIN;
SET LOCAL ROLE "03_tenant_acme_api";
SET LOCAL search_path = "03_tenant_acme", pg_temp;
SET LOCAL app.user_email = 'ada@acme.example.com';
