/** Accounts: registering, logging in, changing the password, deleting the account. */
@NullMarked
package workshop.userauthtodo.account;

import org.jspecify.annotations.NullMarked;
