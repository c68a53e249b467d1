package shareddb.tenants.bench;

/** What one pattern costs in one respect. */
record Cost(String of, double amount) {}
