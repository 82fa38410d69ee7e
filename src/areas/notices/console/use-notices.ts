import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { call } from '../../../platform/web/client.ts'
import { countUnread, listNotices, markAllRead, markRead, type InboxEntry } from '../contract.ts'
import { consolePath } from '../domain/index.ts'

const KEY = ['notices'] as const

/** How many entries are unread; asked anew every half minute while the window is looked at. */
export const useUnread = () =>
  useQuery({
    queryKey: [...KEY, 'unread'],
    queryFn: () => call(countUnread),
    refetchInterval: 30_000,
  })

/** The inbox page by page, newest first. */
export const useInbox = (options: { readonly unread: boolean; readonly limit: number; readonly enabled?: boolean }) =>
  useInfiniteQuery({
    queryKey: [...KEY, 'inbox', options.unread, options.limit],
    enabled: options.enabled ?? true,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call(listNotices, {
        query: { before: pageParam, limit: options.limit, ...(options.unread ? { unread: 'true' } : {}) },
      }),
    getNextPageParam: (last) => last.next ?? undefined,
  })

/** Opening an entry marks it as read and leads to what it is about, where the console has a page for it. */
export const useOpenEntry = () => {
  const queries = useQueryClient()
  const router = useRouter()
  const read = useMutation({
    mutationFn: (id: string) => call(markRead, { params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  })
  return {
    error: read.error,
    open: (entry: InboxEntry): boolean => {
      if (!entry.read) read.mutate(entry.id)
      const path = consolePath(entry.link)
      if (path !== undefined) void router.navigate({ to: path })
      return path !== undefined
    },
  }
}

export const useReadAll = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (upTo: string) => call(markAllRead, { body: { upTo } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  })
}
