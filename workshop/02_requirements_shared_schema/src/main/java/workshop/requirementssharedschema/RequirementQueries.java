package workshop.requirementssharedschema;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.lead;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static workshop.requirementssharedschema.db.Tables.CELL_HISTORY;
import static workshop.requirementssharedschema.db.Tables.GROUPS;
import static workshop.requirementssharedschema.db.Tables.REQUIREMENTS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record7;
import org.jooq.Record8;
import org.jooq.SelectOnConditionStep;
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
import workshop.requirementssharedschema.db.Routines;
import workshop.requirementssharedschema.db.tables.records.RequirementsRecord;

/**
 * All statements about requirements. Each names the project: this is the first wall between
 * projects, and the policies of the migrations are the second.
 */
record RequirementQueries(DSLContext sql, long project) implements Requirements {

  @Override
  public List<Requirement> list(RequirementFilter filter, int after, int limit) {
    return requirements()
        .where(ofProject(), matching(filter))
        .orderBy(REQUIREMENTS.NUMBER)
        .seek(after)
        .limit(limit)
        .fetch(mapping(Requirement::new));
  }

  @Override
  public Optional<Requirement> find(RequirementKey key) {
    return requirements().where(one(key)).fetchOptional(mapping(Requirement::new));
  }

  /** Defaults and a trigger of the migrations give it its project and its number. */
  @Override
  public Requirement add(NewRequirement requirement, @Nullable Long group) {
    int number =
        sql.insertInto(REQUIREMENTS)
            .set(row(requirement, group))
            .returning(REQUIREMENTS.NUMBER)
            .fetchSingle(REQUIREMENTS.NUMBER);
    return find(new RequirementKey(number)).orElseThrow();
  }

  /**
   * One statement takes all numbers, and one adds all rows. {@code sql.batchInsert} would send all
   * rows at once too, but run the INSERT and its policies for each row: it takes twice the time.
   */
  @Override
  public int addAll(List<NewRequirement> requirements, Map<String, Long> groups) {
    int first = Routines.takeNumbers(sql.configuration(), project, requirements.size());
    List<RequirementsRecord> rows = new ArrayList<>(requirements.size());
    for (NewRequirement requirement : requirements) {
      String group = requirement.group();
      RequirementsRecord row = row(requirement, group == null ? null : groups.get(group));
      row.setNumber(first + rows.size());
      rows.add(row);
    }
    sql.insertInto(REQUIREMENTS).set(rows).execute();
    return first;
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
    change.group().ifPresent(named -> values.setGroupId(group));
    if (values.touched()) {
      sql.update(REQUIREMENTS).set(values).where(one(key)).execute();
    }
    return find(key);
  }

  /** The window function sees all changes of the requirement, and the page is cut from its rows. */
  @Override
  public List<HistoryEntry> history(RequirementKey key, long before, int limit) {
    var changes = changes(key);
    Field<Long> id = changes.field(CELL_HISTORY.ID);
    return sql.with(changes)
        .selectFrom(changes)
        .orderBy(id.desc())
        .seek(before)
        .limit(limit)
        .fetch(mapping(HistoryEntry::new));
  }

  private CommonTableExpression<Record7<Long, String, String, String, String, Instant, Instant>>
      changes(RequirementKey key) {
    return name("changes")
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
                .where(
                    CELL_HISTORY.PROJECT_ID.eq(project),
                    CELL_HISTORY.REQUIREMENT_ID.eq(
                        select(REQUIREMENTS.ID).from(REQUIREMENTS).where(one(key)))));
  }

  private SelectOnConditionStep<
          Record8<String, String, String, Status, Priority, String, Instant, Instant>>
      requirements() {
    return sql.select(
            REQUIREMENTS.NUMBER.convertFrom(RequirementKey::text),
            REQUIREMENTS.TITLE,
            REQUIREMENTS.TEXT,
            REQUIREMENTS.STATUS,
            REQUIREMENTS.PRIORITY,
            GROUPS.NAME,
            REQUIREMENTS.CREATED_AT,
            REQUIREMENTS.UPDATED_AT)
        .from(REQUIREMENTS)
        .leftJoin(GROUPS)
        .on(GROUPS.PROJECT_ID.eq(REQUIREMENTS.PROJECT_ID), GROUPS.ID.eq(REQUIREMENTS.GROUP_ID));
  }

  private static RequirementsRecord row(NewRequirement requirement, @Nullable Long group) {
    RequirementsRecord row = new RequirementsRecord();
    row.setTitle(requirement.title());
    row.setText(requirement.text());
    row.setStatus(requirement.status().orElse(Status.DRAFT));
    row.setPriority(requirement.priority().orElse(Priority.MEDIUM));
    row.setGroupId(group);
    return row;
  }

  private Condition one(RequirementKey key) {
    return ofProject().and(REQUIREMENTS.NUMBER.eq(key.number()));
  }

  private Condition ofProject() {
    return REQUIREMENTS.PROJECT_ID.eq(project);
  }

  private static Condition matching(RequirementFilter filter) {
    return equal(REQUIREMENTS.STATUS, filter.status())
        .and(equal(REQUIREMENTS.PRIORITY, filter.priority()))
        .and(equal(GROUPS.NAME, filter.group()))
        .and(containing(filter.search()));
  }

  private static <T> Condition equal(Field<T> column, @Nullable T wanted) {
    return wanted == null ? noCondition() : column.eq(wanted);
  }

  private static Condition containing(@Nullable String text) {
    return text == null
        ? noCondition()
        : REQUIREMENTS
            .TITLE
            .containsIgnoreCase(text)
            .or(REQUIREMENTS.TEXT.containsIgnoreCase(text));
  }
}
