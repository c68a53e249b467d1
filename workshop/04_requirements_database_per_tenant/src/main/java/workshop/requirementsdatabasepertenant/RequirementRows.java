package workshop.requirementsdatabasepertenant;

import static org.jooq.impl.DSL.select;
import static workshop.requirementsdatabasepertenant.db.tenant.Tables.GROUPS;
import static workshop.requirementsdatabasepertenant.db.tenant.Tables.REQUIREMENTS;

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

/** Which requirements are meant, and how their rows are read. */
final class RequirementRows {

  private RequirementRows() {}

  static Condition one(RequirementKey key) {
    return REQUIREMENTS.NUMBER.eq(key.number());
  }

  static Condition matching(RequirementFilter filter) {
    return DSL.and(
        filter.status().map(status -> REQUIREMENTS.STATUS.eq(status.toString())).orElse(any()),
        filter.priority().map(p -> REQUIREMENTS.PRIORITY.eq(p.toString())).orElse(any()),
        filter.group().map(name -> REQUIREMENTS.GROUP_ID.eq(groupId(name))).orElse(any()),
        filter.search().map(RequirementRows::containing).orElse(any()));
  }

  /** The id of the group of a name, looked up by the very statement that it is used in. */
  static Field<Long> groupId(@Nullable String name) {
    return name == null
        ? DSL.inline((Long) null)
        : DSL.field(select(GROUPS.ID).from(GROUPS).where(GROUPS.NAME.eq(name)));
  }

  static SelectConditionStep<? extends Record> these(DSLContext sql, Condition which) {
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
        .on(GROUPS.ID.eq(REQUIREMENTS.GROUP_ID))
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
