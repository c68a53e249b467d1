package workshop.userauthtodo;

import workshop.userauthtodo.limit.LimitRules;
import workshop.userauthtodo.password.HashingCost;
import workshop.userauthtodo.session.SessionRules;

/** The numbers behind the rules; tests take cheaper and lower ones. */
record Rules(HashingCost cost, SessionRules sessions, LimitRules limits) {

  static final Rules STANDARD =
      new Rules(HashingCost.STANDARD, SessionRules.STANDARD, LimitRules.STANDARD);
}
