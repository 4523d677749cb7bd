import type { Task } from '../../model/policy/task.ts'

/** Who does a task, in a line: “市场监管局牵头，4 个单位配合”. */
export function taskText(task: Pick<Task, 'responsibilities'>): string {
  const leads = task.responsibilities.filter((one) => one.role === '牵头')
  const others = task.responsibilities.length - leads.length
  if (leads.length === 0) return others === 0 ? '没有写责任单位' : `${others} 个责任单位，没有写谁牵头`
  const first = `${leads.map((one) => one.nameAsWritten).join('、')}牵头`
  return others === 0 ? first : `${first}，${others} 个单位配合`
}
