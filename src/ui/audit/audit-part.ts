// What an audit needs, fetched together when somebody asks for the first one.
export { auditOwnTable } from '#src/audit/browser/audit-own-table.ts';
export { AuditView } from './AuditView.tsx';
