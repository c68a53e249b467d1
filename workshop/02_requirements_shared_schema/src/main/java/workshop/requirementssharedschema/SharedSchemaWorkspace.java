package workshop.requirementssharedschema;

import org.jooq.DSLContext;
import workshop.requirements.Groups;
import workshop.requirements.Members;
import workshop.requirements.Requirements;
import workshop.requirements.Workspace;

/** The rows of one project, in the transaction of one request. */
record SharedSchemaWorkspace(DSLContext sql, long project) implements Workspace {

  @Override
  public Requirements requirements() {
    return new RequirementQueries(sql, new ProjectRows(project));
  }

  @Override
  public Groups groups() {
    return new GroupQueries(sql, project);
  }

  @Override
  public Members members() {
    return new MemberQueries(sql, project);
  }
}
