package workshop.requirementssharedschema;

import static org.jooq.impl.DSL.select;
import static workshop.requirementssharedschema.db.Tables.GROUPS;
import static workshop.requirementssharedschema.db.Tables.REQUIREMENTS;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import workshop.requirements.Priority;
import workshop.requirements.Requirement;
import workshop.requirements.RequirementFilter;
import workshop.requirements.RequirementKey;
import workshop.requirements.Status;

/** Where the requirements of one project are, and how their rows are read. */
record ProjectRows(long project) {

  /** The first wall: every statement about requirements begins with it. */
  Condition ofProject() {
    return REQUIREMENTS.PROJECT_ID.eq(project);
  }

  Condition one(RequirementKey key) {
    return ofProject().and(REQUIREMENTS.NUMBER.eq(key.number()));
  }

  Condition matching(RequirementFilter filter) {
    return DSL.and(
        ofProject(),
        filter.status().map(status -> REQUIREMENTS.STATUS.eq(status.toString())).orElse(any()),
        filter.priority().map(p -> REQUIREMENTS.PRIORITY.eq(p.toString())).orElse(any()),
        filter.group().map(name -> REQUIREMENTS.GROUP_ID.eq(groupId(name))).orElse(any()),
        filter.search().map(ProjectRows::containing).orElse(any()));
  }

  /** The id of the group of a name, looked up by the very statement that it is used in. */
  Field<Long> groupId(@Nullable String name) {
    return name == null
        ? DSL.inline((Long) null)
        : DSL.field(
            select(GROUPS.ID)
                .from(GROUPS)
                .where(GROUPS.PROJECT_ID.eq(project).and(GROUPS.NAME.eq(name))));
  }

  SelectConditionStep<? extends Record> these(DSLContext sql, Condition which) {
    return sql.select(
            REQUIREMENTS.NUMBER,
            REQUIREMENTS.TITLE,
            REQUIREMENTS.TEXT,
            REQUIREMENTS.STATUS,
            REQUIREMENTS.PRIORITY,
            GROUPS.NAME,
            REQUIREMENTS.CREATED_AT,
            REQUIREMENTS.UPDATED_AT)
        .from(REQUIREMENTS)
        .leftJoin(GROUPS)
        .on(GROUPS.PROJECT_ID.eq(REQUIREMENTS.PROJECT_ID))
        .and(GROUPS.ID.eq(REQUIREMENTS.GROUP_ID))
        .where(which);
  }

  static Requirement requirement(Record row) {
    return new Requirement(
        new RequirementKey(row.get(REQUIREMENTS.NUMBER)).toString(),
        row.get(REQUIREMENTS.TITLE),
        row.get(REQUIREMENTS.TEXT),
        Status.of(row.get(REQUIREMENTS.STATUS)),
        Priority.of(row.get(REQUIREMENTS.PRIORITY)),
        row.get(GROUPS.NAME),
        row.get(REQUIREMENTS.CREATED_AT),
        row.get(REQUIREMENTS.UPDATED_AT));
  }

  private static Condition containing(String text) {
    return REQUIREMENTS
        .TITLE
        .containsIgnoreCase(text)
        .or(REQUIREMENTS.TEXT.containsIgnoreCase(text));
  }

  private static Condition any() {
    return DSL.noCondition();
  }
}
