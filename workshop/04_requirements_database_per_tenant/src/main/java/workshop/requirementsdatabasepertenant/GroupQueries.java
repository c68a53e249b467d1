package workshop.requirementsdatabasepertenant;

import static workshop.requirementsdatabasepertenant.db.tenant.Tables.GROUPS;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.IntegrityConstraintViolationException;
import shareddb.web.PageRequest;
import workshop.requirements.Group;
import workshop.requirements.Groups;

/** Every statement about groups: all of them are the tenant's, so none says whose. */
record GroupQueries(DSLContext sql) implements Groups {

  @Override
  public List<Group> list(PageRequest<Long> page) {
    return sql.selectFrom(GROUPS)
        .where(GROUPS.ID.gt(page.after().orElse(0L)))
        .orderBy(GROUPS.ID)
        .limit(page.rows())
        .fetch(GroupQueries::group);
  }

  @Override
  public Optional<Group> find(long id) {
    return sql.selectFrom(GROUPS).where(one(id)).fetchOptional(GroupQueries::group);
  }

  @Override
  public Set<String> hold(Set<String> names) {
    return names.isEmpty()
        ? Set.of()
        : sql.select(GROUPS.NAME)
            .from(GROUPS)
            .where(GROUPS.NAME.in(names))
            .orderBy(GROUPS.ID)
            .forShare()
            .fetchSet(GROUPS.NAME);
  }

  @Override
  public Optional<Group> add(String name) {
    return sql.insertInto(GROUPS)
        .set(GROUPS.NAME, name)
        .onConflictDoNothing()
        .returning()
        .fetchOptional(GroupQueries::group);
  }

  @Override
  public Optional<Group> rename(long id, String name) {
    try {
      return sql.update(GROUPS)
          .set(GROUPS.NAME, name)
          .where(one(id))
          .returning()
          .fetchOptional(GroupQueries::group);
    } catch (IntegrityConstraintViolationException taken) {
      return Optional.empty();
    }
  }

  @Override
  public boolean delete(long id) {
    try {
      return sql.deleteFrom(GROUPS).where(one(id)).execute() > 0;
    } catch (IntegrityConstraintViolationException inUse) {
      return false;
    }
  }

  private static Condition one(long id) {
    return GROUPS.ID.eq(id);
  }

  private static Group group(Record row) {
    return new Group(row.get(GROUPS.ID), row.get(GROUPS.NAME), row.get(GROUPS.CREATED_AT));
  }
}
