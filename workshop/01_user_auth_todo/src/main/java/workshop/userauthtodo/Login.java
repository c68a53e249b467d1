package workshop.userauthtodo;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;
import shareddb.web.Field;
import shareddb.web.Text;

/** What somebody says to log in. */
record Login(
    @Text(max = Email.MAX_LENGTH) String email,
    @Text(max = PasswordRules.MAX_LENGTH) String password,
    @JsonPropertyDescription(
            "Whether the token is to be in a cookie, for browsers: then it is not told.")
        Field<Boolean> cookie,
    @JsonPropertyDescription("What this is, for the list of sessions; else what User-Agent says.")
        @Text(max = Session.MAX_DEVICE)
        Field<@Nullable String> device) {}
