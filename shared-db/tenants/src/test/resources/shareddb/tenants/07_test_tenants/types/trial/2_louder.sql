UPDATE notes SET body = body || '!' WHERE body LIKE 'welcome%';
