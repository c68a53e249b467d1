package workshop.requirementsschemapertenant;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.lead;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static workshop.requirementsschemapertenant.db.tenant.Tables.CELL_HISTORY;
import static workshop.requirementsschemapertenant.db.tenant.Tables.REQUIREMENTS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import workshop.requirements.HistoryEntry;
import workshop.requirements.NewRequirement;
import workshop.requirements.Priority;
import workshop.requirements.Requirement;
import workshop.requirements.RequirementChange;
import workshop.requirements.RequirementFilter;
import workshop.requirements.RequirementKey;
import workshop.requirements.Requirements;
import workshop.requirements.Status;
import workshop.requirementsschemapertenant.db.tenant.Routines;
import workshop.requirementsschemapertenant.db.tenant.tables.records.RequirementsRecord;

/** The statements about requirements. */
record RequirementQueries(DSLContext sql) implements Requirements {

  /** One column with a whole requirement. The path {@code groups()} becomes a LEFT JOIN. */
  private static final SelectField<Requirement> REQUIREMENT =
      row(
              REQUIREMENTS.NUMBER.convertFrom(RequirementKey::text),
              REQUIREMENTS.TITLE,
              REQUIREMENTS.TEXT,
              REQUIREMENTS.STATUS,
              REQUIREMENTS.PRIORITY,
              REQUIREMENTS.groups().NAME,
              REQUIREMENTS.CREATED_AT,
              REQUIREMENTS.UPDATED_AT)
          .mapping(Requirement::new);

  @Override
  public List<Requirement> list(RequirementFilter filter, int after, int limit) {
    return sql.select(REQUIREMENT)
        .from(REQUIREMENTS)
        .where(
            filter.status() == null ? noCondition() : REQUIREMENTS.STATUS.eq(filter.status()),
            filter.priority() == null ? noCondition() : REQUIREMENTS.PRIORITY.eq(filter.priority()),
            filter.group() == null ? noCondition() : REQUIREMENTS.groups().NAME.eq(filter.group()),
            filter.search() == null ? noCondition() : contains(filter.search()))
        .orderBy(REQUIREMENTS.NUMBER)
        .seek(after)
        .limit(limit)
        .fetch(Record1::value1);
  }

  @Override
  public Optional<Requirement> find(RequirementKey key) {
    return sql.select(REQUIREMENT)
        .from(REQUIREMENTS)
        .where(REQUIREMENTS.NUMBER.eq(key.number()))
        .fetchOptional(Record1::value1);
  }

  /** A trigger gives the requirement its number. */
  @Override
  public Requirement add(NewRequirement requirement, @Nullable Long group) {
    int number =
        sql.insertInto(REQUIREMENTS)
            .set(values(requirement, group))
            .returning(REQUIREMENTS.NUMBER)
            .fetchSingle(REQUIREMENTS.NUMBER);
    return find(new RequirementKey(number)).orElseThrow();
  }

  /** One statement takes all numbers; one JDBC batch inserts all rows. */
  @Override
  public int addAll(List<NewRequirement> requirements, Map<String, Long> groups) {
    int first = Routines.takeNumbers(sql.configuration(), requirements.size());
    List<RequirementsRecord> rows = new ArrayList<>();
    for (NewRequirement requirement : requirements) {
      String group = requirement.group();
      RequirementsRecord values = values(requirement, group == null ? null : groups.get(group));
      values.setNumber(first + rows.size());
      rows.add(values);
    }
    sql.batchInsert(rows).execute();
    return first;
  }

  private static RequirementsRecord values(NewRequirement requirement, @Nullable Long group) {
    RequirementsRecord values = new RequirementsRecord();
    values.setTitle(requirement.title());
    values.setText(requirement.text());
    values.setStatus(requirement.status().orElse(Status.DRAFT));
    values.setPriority(requirement.priority().orElse(Priority.MEDIUM));
    values.setGroupId(group);
    return values;
  }

  /** A record of jOOQ's knows which of its fields were set: only these are in the UPDATE. */
  @Override
  public Optional<Requirement> change(
      RequirementKey key, RequirementChange change, @Nullable Long group) {
    RequirementsRecord values = new RequirementsRecord();
    change.title().ifPresent(values::setTitle);
    change.text().ifPresent(values::setText);
    change.status().ifPresent(values::setStatus);
    change.priority().ifPresent(values::setPriority);
    change.group().ifPresent(name -> values.setGroupId(group));
    if (values.touched()) {
      sql.update(REQUIREMENTS).set(values).where(REQUIREMENTS.NUMBER.eq(key.number())).execute();
    }
    return find(key);
  }

  /**
   * The window function {@code lead} reads the next change of the same field. It must see all
   * changes, so it stands in a CTE; the page is cut from the result.
   */
  @Override
  public List<HistoryEntry> history(RequirementKey key, long before, int limit) {
    var changes =
        name("changes")
            .as(
                select(
                        CELL_HISTORY.ID,
                        CELL_HISTORY.FIELD,
                        CELL_HISTORY.BEFORE,
                        CELL_HISTORY.AFTER,
                        CELL_HISTORY.CHANGED_BY,
                        CELL_HISTORY.CHANGED_AT,
                        lead(CELL_HISTORY.CHANGED_AT)
                            .over()
                            .partitionBy(CELL_HISTORY.FIELD)
                            .orderBy(CELL_HISTORY.ID)
                            .as("replaced_at"))
                    .from(CELL_HISTORY)
                    .where(CELL_HISTORY.requirements().NUMBER.eq(key.number())));
    return sql.with(changes)
        .selectFrom(changes)
        .orderBy(changes.field(CELL_HISTORY.ID).desc())
        .seek(before)
        .limit(limit)
        .fetch(mapping(HistoryEntry::new));
  }

  private static Condition contains(String text) {
    return REQUIREMENTS
        .TITLE
        .containsIgnoreCase(text)
        .or(REQUIREMENTS.TEXT.containsIgnoreCase(text));
  }
}
