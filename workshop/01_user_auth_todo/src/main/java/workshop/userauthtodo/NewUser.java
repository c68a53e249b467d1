package workshop.userauthtodo;

import shareddb.web.Text;

/** What somebody says to register. */
record NewUser(
    @Text(max = Email.MAX_LENGTH, blank = false) String email,
    @Text(min = PasswordRules.MIN_LENGTH, max = PasswordRules.MAX_LENGTH) String password) {}
