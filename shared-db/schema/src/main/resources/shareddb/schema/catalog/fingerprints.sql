-- One number for all that each of many schemas contains. The caller has emptied search_path, so that
-- definitions name the schema of each object: it is taken out again, and so is the role of the
-- schema's API, which is named after it.
SELECT schema.nspname, count(object.schema) AS objects,
       coalesce(sum(hashtextextended(
           object.kind || ' ' || general.name || ' ' || general.definition, 0)), 0)::text AS digest
FROM schema
JOIN unnest(?::text[], ?::text[]) AS own (nspname, api_role) USING (nspname)
LEFT JOIN object ON object.schema = schema.oid
LEFT JOIN LATERAL (
    SELECT replace(replace(object.name, quote_ident(schema.nspname) || '.', ''), own.api_role, '${api_role}') AS name,
           replace(replace(coalesce(object.definition, ''), quote_ident(schema.nspname) || '.', ''), own.api_role, '${api_role}') AS definition
) AS general ON true
GROUP BY schema.oid, schema.nspname
