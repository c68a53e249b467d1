package shareddb.web;

import java.util.function.Supplier;

/**
 * A figure that a module measures and {@code /metrics} shows.
 *
 * @param name in words with dots between, as in {@code outbox.backlog}
 * @param value looked at whenever somebody asks, so it must be there already
 */
public record Gauge(String name, String description, Supplier<Number> value) {}
