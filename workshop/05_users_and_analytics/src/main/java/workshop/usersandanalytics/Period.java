package workshop.usersandanalytics;

import org.jooq.DatePart;

/** Over how long sign-ups are counted together. */
enum Period {
  DAY(DatePart.DAY),
  WEEK(DatePart.WEEK),
  MONTH(DatePart.MONTH);

  private final DatePart part;

  Period(DatePart part) {
    this.part = part;
  }

  DatePart part() {
    return part;
  }
}
