package workshop.userauthtodo;

import shareddb.web.Text;

/** The password once more, for what cannot be undone. */
record Confirmation(@Text(max = PasswordRules.MAX_LENGTH) String password) {}
