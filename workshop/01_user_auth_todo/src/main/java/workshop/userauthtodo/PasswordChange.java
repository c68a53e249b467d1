package workshop.userauthtodo;

import shareddb.web.Text;

/** What a user says to change their password. */
record PasswordChange(
    @Text(max = PasswordRules.MAX_LENGTH) String currentPassword,
    @Text(min = PasswordRules.MIN_LENGTH, max = PasswordRules.MAX_LENGTH) String newPassword) {}
