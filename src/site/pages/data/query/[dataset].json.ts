import type { APIRoute } from 'astro'
import { queryDataset } from '../../../../publish/query/query-data.ts'
import { getPublished, getSite } from '../../../site.ts'

export async function getStaticPaths() {
  const site = await getSite()
  return [...site.datasets.keys()].map((dataset) => ({ params: { dataset } }))
}

/** What the query page and the previews load before they open a table. */
export const GET: APIRoute = async ({ params }) => {
  const site = await getSite()
  const dataset = site.datasets.get(params['dataset'] ?? '')
  if (!dataset) return new Response(null, { status: 404 })
  const files = (await getPublished()).get(dataset.id) ?? []
  return new Response(`${JSON.stringify(queryDataset(site, dataset, files))}\n`)
}
