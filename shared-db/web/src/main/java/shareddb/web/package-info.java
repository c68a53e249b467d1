/**
 * What the API of every module shares: routes declared as data, and from them handlers, checks of
 * requests, the OpenAPI document, JSON, problem documents, metrics and the pages for people.
 */
@NullMarked
package shareddb.web;

import org.jspecify.annotations.NullMarked;
