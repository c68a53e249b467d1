/** Findings in the formats of code reviews: SARIF, and the workflow commands of GitHub. */
@NullMarked
package shareddb.cli.annotation;

import org.jspecify.annotations.NullMarked;
