package workshop.requirementsdatabasepertenant;

import static org.jooq.impl.DSL.select;
import static workshop.requirementsdatabasepertenant.db.tenant.Tables.CELL_HISTORY;
import static workshop.requirementsdatabasepertenant.db.tenant.Tables.GROUPS;
import static workshop.requirementsdatabasepertenant.db.tenant.Tables.REQUIREMENTS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import shareddb.web.Field;
import shareddb.web.PageRequest;
import workshop.requirements.HistoryEntry;
import workshop.requirements.NewRequirement;
import workshop.requirements.Requirement;
import workshop.requirements.RequirementChange;
import workshop.requirements.RequirementFilter;
import workshop.requirements.RequirementKey;
import workshop.requirements.Requirements;
import workshop.requirementsdatabasepertenant.db.tenant.Routines;

/**
 * Every statement about requirements. None says of which tenant: in the database that the
 * transaction is of there are no others.
 */
record RequirementQueries(DSLContext sql) implements Requirements {

  @Override
  public List<Requirement> list(RequirementFilter filter, PageRequest<Integer> page) {
    return RequirementRows.these(
            sql,
            RequirementRows.matching(filter).and(REQUIREMENTS.NUMBER.gt(page.after().orElse(0))))
        .orderBy(REQUIREMENTS.NUMBER)
        .limit(page.rows())
        .fetch(RequirementRows::requirement);
  }

  @Override
  public Optional<Requirement> find(RequirementKey key) {
    return RequirementRows.these(sql, RequirementRows.one(key))
        .fetchOptional(RequirementRows::requirement);
  }

  /** Which number it gets, the database says. */
  @Override
  public Requirement add(NewRequirement requirement) {
    int number =
        sql.insertInto(REQUIREMENTS)
            .set(REQUIREMENTS.TITLE, requirement.title())
            .set(REQUIREMENTS.TEXT, requirement.text().orElse(null))
            .set(REQUIREMENTS.STATUS, requirement.statusOrDefault().toString())
            .set(REQUIREMENTS.PRIORITY, requirement.priorityOrDefault().toString())
            .set(REQUIREMENTS.GROUP_ID, RequirementRows.groupId(requirement.group().orElse(null)))
            .returning(REQUIREMENTS.NUMBER)
            .fetchSingle(REQUIREMENTS.NUMBER);
    return find(new RequirementKey(number)).orElseThrow();
  }

  /** One statement for the numbers and one for the rows, however many they are. */
  @Override
  public RequirementKey addAll(List<NewRequirement> requirements) {
    int first = Routines.takeNumbers(sql.configuration(), requirements.size());
    Map<String, Long> groups = groupIds();
    var insert =
        sql.insertInto(REQUIREMENTS)
            .columns(
                REQUIREMENTS.NUMBER,
                REQUIREMENTS.TITLE,
                REQUIREMENTS.TEXT,
                REQUIREMENTS.STATUS,
                REQUIREMENTS.PRIORITY,
                REQUIREMENTS.GROUP_ID);
    int number = first;
    for (NewRequirement requirement : requirements) {
      insert =
          insert.values(
              number++,
              requirement.title(),
              requirement.text().orElse(null),
              requirement.statusOrDefault().toString(),
              requirement.priorityOrDefault().toString(),
              groups.get(String.valueOf(requirement.group().orElse(null))));
    }
    insert.execute();
    return new RequirementKey(first);
  }

  @Override
  public Optional<Requirement> change(RequirementKey key, RequirementChange change) {
    Map<org.jooq.Field<?>, @Nullable Object> values = new HashMap<>();
    if (change.title() instanceof Field.Given<String> title) {
      values.put(REQUIREMENTS.TITLE, title.value());
    }
    if (change.text() instanceof Field.Given<@Nullable String> text) {
      values.put(REQUIREMENTS.TEXT, text.value());
    }
    if (change.status() instanceof Field.Given<?> status) {
      values.put(REQUIREMENTS.STATUS, String.valueOf(status.value()));
    }
    if (change.priority() instanceof Field.Given<?> priority) {
      values.put(REQUIREMENTS.PRIORITY, String.valueOf(priority.value()));
    }
    if (change.group() instanceof Field.Given<@Nullable String> group) {
      values.put(REQUIREMENTS.GROUP_ID, RequirementRows.groupId(group.value()));
    }
    if (!values.isEmpty()) {
      sql.update(REQUIREMENTS).set(values).where(RequirementRows.one(key)).execute();
    }
    return find(key);
  }

  @Override
  public List<HistoryEntry> history(RequirementKey key, PageRequest<Long> page) {
    return sql.selectFrom(CELL_HISTORY)
        .where(
            CELL_HISTORY.REQUIREMENT_ID.eq(
                select(REQUIREMENTS.ID).from(REQUIREMENTS).where(RequirementRows.one(key))))
        .and(CELL_HISTORY.ID.lt(page.after().orElse(Long.MAX_VALUE)))
        .orderBy(CELL_HISTORY.ID.desc())
        .limit(page.rows())
        .fetch(RequirementQueries::entry);
  }

  private Map<String, Long> groupIds() {
    return sql.select(GROUPS.NAME, GROUPS.ID).from(GROUPS).fetchMap(GROUPS.NAME, GROUPS.ID);
  }

  private static HistoryEntry entry(Record row) {
    return new HistoryEntry(
        row.get(CELL_HISTORY.ID),
        row.get(CELL_HISTORY.FIELD),
        row.get(CELL_HISTORY.BEFORE),
        row.get(CELL_HISTORY.AFTER),
        row.get(CELL_HISTORY.CHANGED_BY),
        row.get(CELL_HISTORY.CHANGED_AT));
  }
}
