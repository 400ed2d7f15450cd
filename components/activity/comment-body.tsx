import { commentParts } from '@/lib/domain/comments'

interface CommentBodyProps {
  body: string
  nameOf: (userId: string) => string
}

/** A comment's words: text as text, links of the web as links, people by their names of today. */
export function CommentBody({ body, nameOf }: CommentBodyProps) {
  return (
    <p className="max-w-reading break-words whitespace-pre-wrap">
      {commentParts(body).map((part, index) => {
        if (part.kind === 'mention') return <span key={index} className="font-medium text-accent">@{nameOf(part.userId)}</span>
        if (part.kind === 'text') return part.text
        return <a key={index} href={part.href} rel="noreferrer noopener nofollow" target="_blank">{part.text}</a>
      })}
    </p>
  )
}
