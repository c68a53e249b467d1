INSERT INTO todos (title, @{column.name}) VALUES ('Read the lesson', '@{column.b}');
