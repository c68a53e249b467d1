package workshop.app;

import shareddb.serve.Serve;
import shareddb.web.ApiModule;
import workshop.personaltodo.PersonalTodo;
import workshop.requirementsdatabasepertenant.RequirementsDatabasePerTenant;
import workshop.requirementsschemapertenant.RequirementsSchemaPerTenant;
import workshop.requirementssharedschema.RequirementsSharedSchema;
import workshop.userauthtodo.UserAuthTodo;
import workshop.usersandanalytics.UsersAndAnalytics;

/** Serves every module. A new one is one more line here; its number behind it keeps it one. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    Serve.together(modules());
  }

  static ApiModule[] modules() {
    return new ApiModule[] {
      new PersonalTodo(), // 00
      new UserAuthTodo(), // 01
      new RequirementsSharedSchema(), // 02
      new RequirementsSchemaPerTenant(), // 03
      new RequirementsDatabasePerTenant(), // 04
      new UsersAndAnalytics(), // 05
    };
  }
}
