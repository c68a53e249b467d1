INSERT INTO todos (title, @{column.name}) VALUES ('Buy milk', '@{column.a}'), ('Pay the rent', '@{column.b}');
