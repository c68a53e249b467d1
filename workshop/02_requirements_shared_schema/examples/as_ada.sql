-- What the API says at the beginning of each request of Ada's about project 1.
BEGIN;
SET LOCAL app.user_email = 'ada@example.org';
SET LOCAL app.project_id = '1';
