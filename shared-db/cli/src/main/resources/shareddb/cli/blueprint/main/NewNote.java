package workshop.@package@;

import shareddb.web.Text;

/** What a client says to add a note. */
record NewNote(@Text(max = Note.MAX_BODY, blank = false) String body) {}
