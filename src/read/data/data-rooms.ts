/** Rooms below `/data/` that are no datasets: a folder of that name would take their addresses. */
export const dataRooms: readonly string[] = ['indicators', 'query']
