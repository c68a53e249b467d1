package shareddb.web;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param after the key of the last row seen, where there was one
 * @param rows how many to fetch: one more than the page holds, which tells whether there is a next
 */
public record PageRequest<K>(Optional<K> after, int rows) {}
