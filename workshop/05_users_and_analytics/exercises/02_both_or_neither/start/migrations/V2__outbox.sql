-- What analytics has to hear of. The API writes it; nothing here makes sure that it does.
CREATE TABLE "${flyway:defaultSchema}".outbox (
    id           bigint      GENERATED ALWAYS AS IDENTITY,
    event_id     uuid        NOT NULL DEFAULT gen_random_uuid(),
    kind         text        NOT NULL,
    domain       text        NOT NULL,
    happened_at  timestamptz NOT NULL DEFAULT now(),
    delivered_at timestamptz,
    CONSTRAINT outbox_pkey PRIMARY KEY (id),
    CONSTRAINT outbox_event_id_key UNIQUE (event_id),
    CONSTRAINT outbox_domain_length CHECK (length(domain) <= @{longest})
);

GRANT SELECT, INSERT ON "${flyway:defaultSchema}".outbox TO "${api_role}";
