UPDATE tenant_settings
SET settings = '{"language": "de", "colours": {"done": "green"}, "limits": [5, 10], "motto": null, "notify": false}';
INSERT INTO person (email, role) VALUES ('ada@acme.example.com', 'owner'), ('eve@acme.example.com', 'viewer');
INSERT INTO requirements (title) VALUES ('It has a bell'), ('It has lights');
