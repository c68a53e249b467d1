package workshop.requirementsdatabasepertenant;

import org.jooq.DSLContext;
import workshop.requirements.Groups;
import workshop.requirements.Members;
import workshop.requirements.Requirements;
import workshop.requirements.Workspace;

/** All rows of one tenant, in the transaction of one request. */
record TenantWorkspace(DSLContext sql) implements Workspace {

  @Override
  public Requirements requirements() {
    return new RequirementQueries(sql);
  }

  @Override
  public Groups groups() {
    return new GroupQueries(sql);
  }

  @Override
  public Members members() {
    return new MemberQueries(sql);
  }
}
